import type { PaperTexts } from '../../shared/model/paper.ts'
import { type Difference, differencesBetween } from '../letters/parity.ts'
import { paragraph } from './document.ts'

/** Facts that a line tells in one language and not in the other; lines count from 1. */
export function paperDifferences({ ru, kk }: PaperTexts): Difference[] {
  const lines = Object.keys(ru)
  const told = (side: Readonly<Record<string, string>>) => ({
    title: '',
    blocks: lines.map((line) => paragraph(side[line] ?? '')),
  })
  return differencesBetween(told(ru), told(kk))
}
