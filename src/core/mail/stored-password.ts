/** Where a password goes. `caPem`: the authority that vouches for the server; empty: those the system trusts. */
type Destination = { host: string; user: string; security: 'tls' | 'starttls' | 'none'; caPem: string }

/**
 * Whether the password in store may be used by settings that come without one: for the same server and login alone, and no
 * less protected than before. So no form can carry it elsewhere, or have it sent in the clear.
 */
export function mayUseStoredPassword(stored: Destination, form: Destination): boolean {
  const isSameLogin = stored.host === form.host && stored.user === form.user
  const isEncrypted = form.security !== 'none' || stored.security === 'none'
  const isAsTrusted = form.caPem === '' || form.caPem === stored.caPem
  return isSameLogin && isEncrypted && isAsTrusted
}
