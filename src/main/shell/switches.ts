/**
 * What the program may be started with once it is packaged: its own two places, and how it looks. Chromium knows hundreds of
 * switches more, and some of them open the page, the network or a debugger to whoever starts the program.
 */
const allowed = new Set([
  'vault',
  'user-data-dir',
  'lang',
  'force-device-scale-factor',
  'force-renderer-accessibility',
  'disable-gpu',
  'ozone-platform',
  'ozone-platform-hint',
])

/** The switches among the arguments that are not allowed, by name. Chromium reads `/name` as a switch on Windows. */
export function refusedSwitches(args: readonly string[], platform: NodeJS.Platform): string[] {
  const pattern = platform === 'win32' ? /^(?:--?|\/)([^=]*)/ : /^--?([^=]*)/
  return args.flatMap((argument) => {
    const name = pattern.exec(argument)?.[1]?.toLowerCase()
    return name === undefined || name === '' || allowed.has(name) ? [] : [name]
  })
}
