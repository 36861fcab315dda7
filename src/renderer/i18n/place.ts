/** A sentence that names its folder at the end; of what failed long ago the folder is not kept. */
export function placed(what: string, folder: string | undefined): string {
  return folder ? `${what}: ${folder}` : `${what}.`
}
