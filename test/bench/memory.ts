import { openSession } from './register.ts'
import { screens } from './screens.ts'
import { work } from './work.ts'

/** The memory of the engine alone, in a process of its own, after every screen has asked all it asks. */
const [path = '', key = ''] = process.argv.slice(2)
const session = openSession(path, Buffer.from(key, 'hex'))
for (const { run } of [...work, ...screens])
  for (let number = 0; number < 50; number += 1) run(session, number)
const rss = Math.round(process.memoryUsage().rss / 1_048_576)
console.log(`memory of the engine after all of the screens' queries: ${rss} MiB`)
await session.close()
