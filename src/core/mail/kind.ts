import type { CaseKind } from '../../shared/model/case.ts'
import type { IntakeRules } from '../../shared/model/intake.ts'
import { findSign, wordsOf, type Word } from './words.ts'

type Text = { raw: string; words: Word[] }
type Found = { weight: number; words: string }
type Judged = { kind: CaseKind; weight: number; found: Found[] }

const mostReasons = 8
const longestReason = 160

/**
 * The kind the signs of a subject and a text add up to, with the words that led to it; `rivals` are the kinds that come
 * close to one another, perhaps since the message holds two requests. Null where they add up to
 * too little, where another kind comes close, or where nothing says that personal data are meant.
 */
export function proposeKind(
  subject: string,
  text: string,
  rules: IntakeRules,
): { kind: CaseKind | null; because: string[]; rivals: CaseKind[] } {
  const texts = { subject: read(subject), body: read(withoutQuotes(text)) }
  const isPersonal = rules.personalData.some((sign) => find(texts.subject, sign) ?? find(texts.body, sign))
  const judged = rules.kinds
    .filter((rule) => isPersonal || !rule.needsPersonalData)
    .map((rule) => judge(rule, texts, rules.subjectFactor))
    .toSorted((a, b) => b.weight - a.weight)
  const [best, next] = judged
  if (!best || best.weight < rules.threshold) return { kind: null, because: [], rivals: [] }
  const isClear = best.weight >= (next?.weight ?? 0) * rules.lead
  if (isClear) return { kind: best.kind, because: reasons(best.found), rivals: [] }
  const rivals = judged.filter(({ weight }) => weight * rules.lead > best.weight)
  return {
    kind: null,
    because: reasons(rivals.flatMap(({ found }) => found)),
    rivals: rivals.map(({ kind }) => kind),
  }
}

function judge(
  rule: IntakeRules['kinds'][number],
  texts: { subject: Text; body: Text },
  subjectFactor: number,
): Judged {
  const found = rule.signs.flatMap(({ words, weight }): Found[] => {
    const inSubject = find(texts.subject, words)
    if (inSubject !== null) return [{ weight: weight * subjectFactor, words: inSubject }]
    const inBody = find(texts.body, words)
    return inBody === null ? [] : [{ weight, words: inBody }]
  })
  return { kind: rule.kind, weight: found.reduce((sum, { weight }) => sum + weight, 0), found }
}

/** What speaks for the kind, the weightiest first, nothing that is part of another reason. */
function reasons(found: readonly Found[]): string[] {
  const texts = found
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ words }) => words)
  return texts
    .filter(
      (text, index) => !texts.some((other, at) => other.includes(text) && (other !== text || at < index)),
    )
    .slice(0, mostReasons)
}

function read(raw: string): Text {
  return { raw, words: wordsOf(raw) }
}

/** The very words of the text where a sign stands, on one line. */
function find(text: Text, sign: string): string | null {
  const place = findSign(text.words, sign)
  return place && text.raw.slice(place.from, place.to).replace(/\s+/g, ' ').slice(0, longestReason)
}

/** What the person answers to is not what the person asks for. */
function withoutQuotes(text: string): string {
  return text.replace(/^[ \t]*>.*$/gm, '')
}
