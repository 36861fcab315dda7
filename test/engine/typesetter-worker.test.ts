import { expect, it, onTestFinished, vi } from 'vitest'
import { paragraph, table, type ReportDocument } from '../../src/core/reports/document.ts'
import { typesetterIn } from '../../src/main/engine/letters/worker-typesetter.ts'
import type { LocalDate } from '../../src/shared/model/local-date.ts'

const paper = (rows: number): ReportDocument => ({
  lang: 'ru',
  date: '2026-11-23' as LocalDate,
  orientation: 'portrait',
  operator: 'АО «Пример Телеком»',
  title: 'Журнал',
  subtitle: [],
  blocks: [
    paragraph('Обращения за год'),
    table(
      [
        ['Номер', 2],
        ['Вид', 6],
      ],
      Array.from({ length: rows }, (_, row) => [String(row), 'запрос о данных']),
    ),
  ],
})

it('a paper of thousands of rows is set in a worker that has room for it; the one of letters goes on', async () => {
  const complaints = vi.spyOn(console, 'error').mockReturnValue(undefined)
  onTestFinished(() => complaints.mockRestore())
  // So little that the paper would not fit in.
  const limits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 48 }
  const worker = new URL('../../src/main/engine/letters/worker.ts', import.meta.url)
  const typesetter = typesetterIn(worker, 'resources', limits)
  onTestFinished(() => typesetter.close())
  const pdfOf = async (rows: number): Promise<string> =>
    Buffer.from(await typesetter.typesetReport(paper(rows)))
      .subarray(0, 4)
      .toString()
  expect(await pdfOf(3)).toBe('%PDF')
  expect(await pdfOf(6_000)).toBe('%PDF')
  expect(await pdfOf(3)).toBe('%PDF')
  expect(complaints.mock.calls).toEqual([])
})
