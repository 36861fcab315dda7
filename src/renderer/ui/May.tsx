import { createContext, type ReactNode, use } from 'react'
import { type Call, isCallFor } from '../../shared/contract/call.ts'
import { type CallName, engineContract, findCall } from '../../shared/contract/index.ts'
import type { Role } from '../../shared/model/key.ts'
import { useTexts } from '../i18n/index.ts'
import styles from './May.module.css'
import { Notice } from './Notice.tsx'

export type EngineCall = CallName<typeof engineContract>

/** As whom the vault is open. Outside the desk nobody is held back: the engine's gate judges in any case. */
export const RoleContext = createContext<Role>('officer')

/** Whether the engine's gate lets whoever is at the desk make a call. */
export function useMay(name: EngineCall): boolean {
  const call: Call | undefined = findCall(engineContract, name)
  const role = use(RoleContext)
  return call !== undefined && isCallFor(role, call)
}

type Props = { call: EngineCall; children: ReactNode }

/** What leads to a call, for whoever may make it: nothing is offered that would be refused. */
export function May({ call, children }: Props) {
  return useMay(call) ? children : null
}

/** Fields that end in a call: whoever may not make it reads them, and is told why they can't be changed. */
export function Fields({ call, children }: Props) {
  const { errors } = useTexts()
  if (useMay(call)) return children
  const { what, todo } = errors.auditorReadsOnly({})
  return (
    <fieldset disabled className={styles.fields}>
      <Notice title={what}>
        <div>{todo}</div>
      </Notice>
      {children}
    </fieldset>
  )
}
