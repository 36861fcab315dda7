import type { CaseCard } from '../../src/shared/contract/cases.ts'
/** A case in `summary.json`. */
export declare function summaryOf(card: CaseCard): object
/** The case as a person at the terminal reads it. */
export declare function tell(card: CaseCard): string
