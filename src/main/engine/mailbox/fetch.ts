import { AppFailure } from '../../../shared/errors.ts'
import { fileLimitsMiB } from '../../../shared/model/case.ts'
import { takeIn } from '../intake/take-in.ts'
import type { Session } from '../session.ts'
import { defaultTimeouts, withMailbox, type ImapTimeouts, type OpenMailbox } from './connection.ts'
import { isLost, mailboxFailed } from './failure.ts'
import { readPlace, writePlace, type ImapAccount } from './store.ts'

export type Fetched = { taken: number; known: number; left: number }
/** Tells how far it is, and fails once the officer has had enough. */
export type Step = (done: number, total: number) => Promise<void>

const largest = fileLimitsMiB.email * 1_048_576
/** Sizes asked for at once. */
const portion = 200

/**
 * Takes in the messages that came since the last time, one after another: the place in the mailbox is written after
 * each, so that a dropped line, a cancel or a lock loses nothing. Fails with `mailboxFailed`.
 */
export async function fetchMailbox(
  session: Session,
  account: ImapAccount,
  step: Step,
  timeouts: ImapTimeouts = defaultTimeouts,
): Promise<Fetched> {
  const fetched: Fetched = { taken: 0, known: 0, left: 0 }
  for (;;) {
    const before = sum(fetched)
    try {
      await withMailbox(account, timeouts, (mailbox) => fetchFrom(mailbox, session, account, step, fetched))
      return fetched
    } catch (error) {
      // Another attempt that leads nowhere would lead nowhere again.
      if (!isLost(error) || sum(fetched) === before) throw error
    }
  }
}

function sum({ taken, known, left }: Fetched): number {
  return taken + known + left
}

async function fetchFrom(
  { client, opened }: OpenMailbox,
  session: Session,
  account: ImapAccount,
  step: Step,
  fetched: Fetched,
): Promise<void> {
  await requireTarget(client, account)
  const key = `${account.user}@${account.host}/${account.mailbox}`
  const uidValidity = String(opened.uidValidity)
  const uids = await newUids(client, account, placeOf(session, key, uidValidity))
  const done = sum(fetched)
  for (let at = 0; at < uids.length; at += portion) {
    const some = uids.slice(at, at + portion)
    const sizes = await sizesOf(client, some)
    for (const [index, uid] of some.entries()) {
      await step(done + at + index, done + uids.length)
      const outcome = (sizes.get(uid) ?? 0) > largest ? 'left' : await takeOne(client, session, uid)
      if (outcome !== 'left') await finish(client, account, uid)
      session.unrecorded(({ db }) => writePlace(db, key, { uidValidity, lastUid: uid }))
      fetched[outcome] += 1
    }
  }
}

type Client = OpenMailbox['client']

function placeOf(session: Session, key: string, uidValidity: string): number {
  const place = session.query((db) => readPlace(db, key))
  return place?.uidValidity === uidValidity ? place.lastUid : 0
}

/** Numbers behind the last one, in order. `n:*` names the last message even where it is not new. */
async function newUids(client: Client, { since }: ImapAccount, lastUid: number): Promise<number[]> {
  const found = await client.search({ uid: `${lastUid + 1}:*`, since }, { uid: true })
  return (found || []).filter((uid) => uid > lastUid).toSorted((a, b) => a - b)
}

async function sizesOf(client: Client, uids: readonly number[]): Promise<Map<number, number>> {
  const messages = await client.fetchAll(uids.join(','), { uid: true, size: true }, { uid: true })
  return new Map(messages.map(({ uid, size }) => [uid, size ?? 0]))
}

/** `BODY.PEEK[]`: a message that is read stays unread. One that is gone meanwhile is left. */
async function takeOne(client: Client, session: Session, uid: number): Promise<keyof Fetched> {
  const message = await client.fetchOne(String(uid), { source: true }, { uid: true })
  if (!message || !message.source) return 'left'
  try {
    const { known } = await takeIn(session, new Uint8Array(message.source), 'mailbox')
    return known ? 'known' : 'taken'
  } catch (error) {
    if (error instanceof AppFailure && error.code === 'emailUnreadable') return 'left'
    throw error
  }
}

/** Only once the register has it: what the officer wants done with it in the mailbox. */
async function finish(client: Client, { after, moveTo }: ImapAccount, uid: number): Promise<void> {
  if (after === 'markRead') await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
  if (after === 'move' && !(await client.messageMove(String(uid), moveTo, { uid: true }))) {
    throw mailboxFailed('targetMissing')
  }
}

/** A folder that is not there is told before anything is fetched. */
async function requireTarget(client: Client, { after, moveTo }: ImapAccount): Promise<void> {
  if (after !== 'move') return
  const folders = await client.list()
  if (!folders.some(({ path }) => path === moveTo)) throw mailboxFailed('targetMissing')
}
