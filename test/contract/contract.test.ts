import { describe, expect, it } from 'vitest'
import { handlerNames } from '../../src/main/engine/dispatch.ts'
import { engineContract, findCall } from '../../src/shared/contract/index.ts'

const callNames = Object.entries(engineContract).flatMap(([noun, calls]) =>
  Object.keys(calls).map((verb) => `${noun}.${verb}`),
)

describe('the contract', () => {
  it('has exactly one handler a call', () => {
    expect([...handlerNames].sort()).toEqual([...callNames].sort())
  })

  it.each([
    'toString',
    'cases',
    'cases.',
    'cases.toString',
    'cases.list.more',
    '__proto__.x',
    'vault.constructor',
  ])('has no call %s', (name) => {
    expect(findCall(engineContract, name)).toBeUndefined()
  })
})
