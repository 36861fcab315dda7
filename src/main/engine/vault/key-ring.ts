import { makeRecoveryCode, recoveryCodeBytes } from '../../../core/vault/recovery-code.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import { changesOf } from '../audit/changes.ts'
import { officerIdOf } from '../officers/store.ts'
import type { Deed } from '../session.ts'
import { takeFailures } from './attempts.ts'
import { vaultPaths } from './files.ts'
import type { VaultKeeper } from './keeper.ts'
import { newDataKey, newSlotId, sealSlot, wrap, type KeySlot, type TypedSlot } from './keys.ts'
import type { Opened } from './opened.ts'
import { refuseWeak } from './passphrase.ts'
import { recoverySheet } from './recovery-sheet.ts'
import { addHolder, addSlot, heldSlots, removeSlot, roleOf, setRole, type HeldSlot } from './store.ts'

/** The open vault; fails with `vaultLocked`. */
function mustBeOpen(keeper: VaultKeeper): Opened {
  if (!keeper.opened) throw new AppFailure('vaultLocked', {})
  return keeper.opened
}

function holdersOf({ session }: Opened): Map<string, HeldSlot> {
  return new Map(session.query(heldSlots).map((held) => [held.slotId, held]))
}

export async function listKeys(keeper: VaultKeeper): Promise<Output<'keys.list'>> {
  const opened = mustBeOpen(keeper)
  const holders = holdersOf(opened)
  const slots = opened.keys.slots.map(({ id, kind }) => {
    const held = holders.get(id)
    const { officer = '', role = 'auditor', madeAt = null } = held ?? {}
    return { id, kind, officer, role, madeAt, current: id === opened.slotId }
  })
  return { slots, keychainHere: (await keeper.ports.keychain?.available()) ?? false }
}

/** Whoever sits at the open desk must be the officer: fails with `passphraseWrong` or `unlockDelayed`. */
async function confirmOfficer(keeper: VaultKeeper, passphrase: string): Promise<TypedSlot> {
  const opened = mustBeOpen(keeper)
  const holders = holdersOf(opened)
  const isOwn = (slotId: string): boolean => holders.get(slotId)?.officerId === opened.holder.id
  const typed = { kind: 'passphrase', secret: passphrase, fits: isOwn } as const
  const { slot, key } = await keeper.tryTyped(opened.keys.slots, typed)
  key.fill(0)
  const failures = takeFailures(vaultPaths(keeper.folder))
  if (Object.keys(failures).length > 0)
    opened.session.command(({ record }) => record('passphraseMistyped', null, failures))
  return slot
}

function seal(
  keeper: VaultKeeper,
  { key }: Opened,
  secret: Parameters<typeof sealSlot>[1],
): Promise<TypedSlot> {
  return keeper.newCost().then((cost) => sealSlot(key, secret, keeper.ports, cost))
}

/** The slot keeps its id, so that `keys.json` alone changes, in one step. */
export async function changePassphrase(
  keeper: VaultKeeper,
  { current, next }: Input<'keys.changePassphrase'>,
): Promise<void> {
  const opened = mustBeOpen(keeper)
  refuseWeak(next)
  const own = opened.kind === 'recovery' ? ownPassphrase(opened) : await confirmOfficer(keeper, current)
  const id = own?.id ?? newSlotId(keeper.ports.random)
  const slot = await seal(keeper, opened, { id, kind: 'passphrase', secret: next })
  if (!own) return giveOwnPassphrase(opened, slot)
  opened.keys.change(
    opened.keys.slots.map((known) => (known.id === id ? slot : known)),
    {
      after: () =>
        opened.session.command(({ record, changed }) => {
          record('passphraseChanged', null, {})
          changed('keys')
        }),
    },
  )
}

/** The printed code outlives the passphrase of who made it: whoever opens by it must not be left without one. */
function giveOwnPassphrase(opened: Opened, slot: TypedSlot): void {
  const { name, role } = opened.holder
  opened.keys.change([...opened.keys.slots, slot], {
    before: () =>
      holdSlot(opened, slot.id, ({ record }) => record('keyAdded', null, { officer: name, role })),
  })
}

function ownPassphrase(opened: Opened): KeySlot | undefined {
  const holders = holdersOf(opened)
  return opened.keys.slots.find(
    ({ id, kind }) => kind === 'passphrase' && holders.get(id)?.officerId === opened.holder.id,
  )
}

/** The register learns whose a slot is before the slot stands in `keys.json`: no slot opens the vault for nobody. */
function holdSlot(opened: Opened, slotId: string, deed: (deed: Deed) => void): void {
  opened.session.command((made) => {
    addSlot(made.db, { slotId, officerId: opened.holder.id, madeAt: made.at })
    deed(made)
    made.changed('keys')
  })
}

/** A new code takes the place of the one before it. It is returned once and kept nowhere. */
export async function newRecoveryCode(
  keeper: VaultKeeper,
  passphrase: string,
): Promise<Output<'keys.makeRecoveryCode'>> {
  await confirmOfficer(keeper, passphrase)
  const opened = mustBeOpen(keeper)
  const code = makeRecoveryCode(keeper.ports.random.bytes(recoveryCodeBytes))
  const slot = await seal(keeper, opened, {
    id: newSlotId(keeper.ports.random),
    kind: 'recovery',
    secret: code,
  })
  const isCode = ({ kind }: KeySlot): boolean => kind === 'recovery'
  const known = opened.keys.slots
  opened.keys.change([...known.filter((one) => !isCode(one)), slot], {
    before: () => holdSlot(opened, slot.id, ({ record }) => record('recoveryCodeMade', null, {})),
    after: () => forgetSlots(opened, known.filter(isCode)),
  })
  return { code, sheet: await recoverySheet(code, opened.session, keeper.folder) }
}

function forgetSlots(opened: Opened, slots: readonly KeySlot[]): void {
  const holders = holdersOf(opened)
  opened.session.command(({ db, record, changed }) => {
    for (const { id, kind } of slots) {
      removeSlot(db, id)
      record('keyRemoved', null, { officer: holders.get(id)?.officer ?? null, key: kind })
    }
    changed('keys', 'settings')
  })
}

export async function addKey(
  keeper: VaultKeeper,
  { name, role, passphrase, current }: Input<'keys.add'>,
): Promise<void> {
  const opened = mustBeOpen(keeper)
  refuseWeak(passphrase)
  refuseSecondKey(opened, name)
  if (role === 'auditor') refuseReadingCode(opened, name)
  await confirmOfficer(keeper, current)
  const slot = await seal(keeper, opened, {
    id: newSlotId(keeper.ports.random),
    kind: 'passphrase',
    secret: passphrase,
  })
  const hold = ({ db, at, record, changed }: Deed): void => {
    const known = officerIdOf(db, name)
    const officerId = known ?? addHolder(db, { name, role })
    const before = known === null ? null : roleOf(db, officerId)
    setRole(db, officerId, role)
    addSlot(db, { slotId: slot.id, officerId, madeAt: at })
    const changes = changesOf(before && before !== role ? { role: before } : null, { role })
    record('keyAdded', null, { officer: name, ...changes })
    changed('keys', 'settings')
  }
  opened.keys.change([...opened.keys.slots, slot], { before: () => opened.session.command(hold) })
}

function refuseSecondKey(opened: Opened, name: string): void {
  const holders = holdersOf(opened)
  const has = opened.keys.slots.some(
    ({ id, kind }) => kind === 'passphrase' && holders.get(id)?.officer === name,
  )
  if (has) throw new AppFailure('keyHeld', {})
}

/** The printed code opens as who made it: it must not lead to an auditor, or nobody may be left who changes anything. */
function refuseReadingCode(opened: Opened, name: string): void {
  const holders = holdersOf(opened)
  const isTheirs = ({ id, kind }: KeySlot): boolean =>
    kind === 'recovery' && holders.get(id)?.officer === name
  if (opened.keys.slots.some(isTheirs)) throw new AppFailure('codeHeld', {})
}

/**
 * What is removed from `keys.json` opens nothing from that moment; then the register forgets whose it was. With a
 * passphrase goes what opens the vault in the same name by a keychain.
 */
export async function removeKey(
  keeper: VaultKeeper,
  { id, passphrase }: Input<'keys.remove'>,
): Promise<void> {
  const opened = mustBeOpen(keeper)
  const holders = holdersOf(opened)
  const { slots } = opened.keys
  const slot = slots.find((known) => known.id === id)
  if (!slot) throw new AppFailure('keyUnknown', {})
  const isOfficers = (known: KeySlot): boolean =>
    known.kind === 'passphrase' && holders.get(known.id)?.role === 'officer'
  if (isOfficers(slot) && slots.filter(isOfficers).length === 1) throw new AppFailure('lastKey', {})
  const owner = holders.get(id)?.officerId
  if (slot.kind === 'passphrase' && owner === opened.holder.id) throw new AppFailure('ownKey', {})
  await confirmOfficer(keeper, passphrase)
  const goesWithIt = (known: KeySlot): boolean =>
    slot.kind === 'passphrase' && known.kind === 'keychain' && holders.get(known.id)?.officerId === owner
  const gone = slots.filter((known) => known === slot || goesWithIt(known))
  opened.keys.change(
    slots.filter((known) => !gone.includes(known)),
    { after: () => forgetSlots(opened, gone) },
  )
}

/** The register is closed while it is encrypted anew, and opened again whichever way that ended. */
export async function rekey(keeper: VaultKeeper, passphrase: string): Promise<void> {
  const { id } = await confirmOfficer(keeper, passphrase)
  const { random } = keeper.ports
  const nextKey = newDataKey(random)
  const secret = { id, kind: 'passphrase', secret: passphrase } as const
  const slot = await sealSlot(nextKey, secret, keeper.ports, await keeper.newCost())
  await keeper.reopenRekeyed(nextKey, slot)
  // The backups from before open by the keys of before alone.
  void keeper.backups?.tend()
}

/** A secret that the keychain of this computer keeps wraps the data key. Fails with `keychainFailed`. */
export async function connectKeychain(keeper: VaultKeeper, passphrase: string): Promise<void> {
  await confirmOfficer(keeper, passphrase)
  const opened = mustBeOpen(keeper)
  const { random, keychain } = keeper.ports
  const secret = random.bytes(32)
  const sealed = await keychain?.seal(secret)
  if (!sealed) throw new AppFailure('keychainFailed', {})
  const id = newSlotId(random)
  const slot: KeySlot = {
    id,
    kind: 'keychain',
    sealed: Buffer.from(sealed).toString('base64'),
    wrapped: wrap(opened.key, secret, id, random),
  }
  secret.fill(0)
  opened.keys.change([...opened.keys.slots, slot], {
    before: () =>
      holdSlot(opened, id, ({ record }) =>
        record('keyAdded', null, { officer: opened.holder.name, key: 'keychain' }),
      ),
  })
}
