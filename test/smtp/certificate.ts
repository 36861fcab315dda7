import { generate } from 'selfsigned'

export type Certificate = { key: string; cert: string; caPem: string }

const options = { keyType: 'ec', algorithm: 'sha256' } as const

type Term = { notBeforeDate: Date; notAfterDate: Date }

/** A certificate for the names, from an authority made for it alone; its key lives in memory only. */
export async function makeCertificate(
  dnsName: string,
  ip: string,
  term: Partial<Term> = {},
): Promise<Certificate> {
  const authority = await generate([{ name: 'commonName', value: 'Loopback test authority' }], {
    ...options,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  const server = await generate([{ name: 'commonName', value: dnsName }], {
    ...options,
    ...term,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: dnsName },
          { type: 7, ip },
        ],
      },
    ],
  })
  return { key: server.private, cert: server.cert, caPem: authority.cert }
}
