import { useLeaveGuard } from '../navigation.ts'

/** The guard as an element, for a form that also stands outside the desk, where there is nothing to leave. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  useLeaveGuard(dirty)
  return null
}
