import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A line to a server that drops after so many bytes of its answers, for each of the first connections. Close it. */
export type CuttingProxy = { port: number; connections: () => number; close: () => Promise<void> }

export async function startCuttingProxy(to: number, cutsAfter: readonly number[]): Promise<CuttingProxy> {
  let connections = 0
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const limit = cutsAfter[connections] ?? Infinity
    connections += 1
    const upstream = connect(to, '127.0.0.1')
    let passed = 0
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        client.destroy()
        upstream.destroy()
      })
    }
    client.pipe(upstream)
    upstream.on('data', (bytes: Buffer) => {
      passed += bytes.length
      if (passed > limit) client.destroy()
      else client.write(bytes)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    connections: () => connections,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
