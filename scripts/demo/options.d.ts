import type { SmtpForm } from '../../src/shared/model/settings.ts'
export type DemoOptions = {
  out: string
  emails: string[]
  /** The e-mails that come with the program are worked on in the days they were written, not today. */
  isBundled: boolean
  smtp: SmtpForm | null
}
export declare const usage =
  "npm run demo -- [--out DIR] [--eml FILE\u2026] [--smtp smtps://user:pass@host[:port]]\n  --out   where vault/, letters/, mail/ and summary.json go (./demo-out)\n  --eml   your own e-mails instead of those in resources/demo\n  --smtp  your own server: smtps (TLS from the start) or smtp (STARTTLS); the letters go to the applicants' addresses"
/** Reads the command line. Throws a sentence for a person where it can't be understood. */
export declare function readOptions(args: string[]): DemoOptions
