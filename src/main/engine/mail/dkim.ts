import { createPrivateKey } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import DKIM from 'nodemailer/lib/dkim'
import type { SmtpAccount } from './session.ts'

/** Verifiers take no signature of a shorter key (RFC 8301 section 3.2). */
const shortestKey = 1_024

/** Whether a PEM holds a private key that signs mail: RSA, not encrypted, long enough. */
export function isSigningKey(pem: string): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem)
    return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= shortestKey
  } catch {
    return false
  }
}

/** The message with a signature of the account's domain (RFC 6376) before it; as it is where the account signs nothing. */
export async function signMessage(message: Uint8Array, account: SmtpAccount): Promise<Uint8Array> {
  const { dkim, dkimKey: privateKey } = account
  if (!dkim) return message
  const signer = new DKIM({ domainName: dkim.domain, keySelector: dkim.selector, privateKey })
  return buffer(signer.sign(Buffer.from(message)))
}
