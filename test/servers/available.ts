import { existsSync } from 'node:fs'

/** What the suite runs: programs of Debian's packages, where they put them. */
const programs = ['/usr/sbin/postfix', '/usr/sbin/dovecot', '/usr/bin/qpdf', '/usr/bin/7z']

/**
 * Why the suite with real servers can't run here; null where it can. Postfix and Dovecot start as root only: their parts give that
 * up themselves. Where tests must be whole (`CI=true`) the suite is never left out, and so fails instead.
 */
export function whyNoServers(): string | null {
  const missing = programs.filter((program) => !existsSync(program))
  if (missing.length > 0) return `missing: ${missing.join(', ')} (.ci/run installs them)`
  return process.getuid?.() === 0 ? null : 'Postfix and Dovecot start as root only'
}
