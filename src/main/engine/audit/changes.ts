import type { AuditDetails } from '../../../shared/model/audit.ts'

type Scalar = string | number | null
type Leaf = Scalar | boolean | readonly (string | number)[]
type Tree = { readonly [name: string]: Tree | Leaf | undefined }

/**
 * What differs between a thing before and after, a detail each: `signatory.name: { before, now }`. Of a thing that was not
 * there before, what it is. Null stands for nothing there. Give it no secret: what it finds is written down.
 */
export function changesOf(before: Tree | null, after: Tree | null): AuditDetails {
  const old = flatten(before)
  const now = flatten(after)
  if (before === null) return Object.fromEntries(now)
  const names = [...new Set([...old.keys(), ...now.keys()])]
  return Object.fromEntries(
    names.flatMap((name) => {
      const change = { before: old.get(name) ?? null, now: now.get(name) ?? null }
      return change.before === change.now ? [] : [[name, change]]
    }),
  )
}

/** A yes or no, as the record has it. */
export function yesOrNo(is: boolean): string {
  return is ? 'yes' : 'no'
}

/** The values of a thing that it has, by name. */
function flatten(tree: Tree | null, prefix = ''): Map<string, Scalar> {
  const leaves = new Map<string, Scalar>()
  for (const [name, value] of Object.entries(tree ?? {})) {
    if (isBranch(value)) {
      for (const [inner, leaf] of flatten(value, `${prefix}${name}.`)) leaves.set(inner, leaf)
      continue
    }
    const leaf = leafOf(value)
    if (leaf !== null && leaf !== '') leaves.set(prefix + name, leaf)
  }
  return leaves
}

function isBranch(value: Tree[string]): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function leafOf(value: Leaf | undefined): Scalar {
  if (value === undefined) return null
  if (typeof value === 'boolean') return yesOrNo(value)
  return typeof value === 'object' && value !== null ? value.join('; ') : value
}
