import type { AuditDetails } from '../../../shared/model/audit.ts'

type Scalar = string | number | null
type Tree = { readonly [name: string]: Tree | Scalar | boolean | undefined }

/**
 * What differs between a thing before and after, a detail each: `signatory.name: { before, now }`. Null stands for nothing
 * there. Give it no secret: what it finds is written down.
 */
export function changesOf(before: Tree | null, after: Tree | null): AuditDetails {
  const old = flatten(before)
  const now = flatten(after)
  const names = [...new Set([...old.keys(), ...now.keys()])]
  return Object.fromEntries(
    names.flatMap((name) => {
      const change = { before: old.get(name) ?? null, now: now.get(name) ?? null }
      return change.before === change.now ? [] : [[name, change]]
    }),
  )
}

function flatten(tree: Tree | null, prefix = ''): Map<string, Scalar> {
  const leaves = new Map<string, Scalar>()
  for (const [name, value] of Object.entries(tree ?? {})) {
    if (value === undefined) continue
    if (value !== null && typeof value === 'object') {
      for (const [inner, leaf] of flatten(value, `${prefix}${name}.`)) leaves.set(inner, leaf)
    } else leaves.set(prefix + name, typeof value === 'boolean' ? Number(value) : value)
  }
  return leaves
}
