import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lang } from '../../../shared/model/lang.ts'

/**
 * The page by which anybody checks a pack: one file, its script and style named by hash in its own policy, which allows
 * nothing else. `resources/evidence` holds its parts, the pack its words.
 */
export function verifierPage(resources: string, lang: Lang): Uint8Array {
  const part = (name: string): string => readFileSync(join(resources, 'evidence', name), 'utf8')
  const packed = readFileSync(join(resources, 'packs', 'kz', 'evidence', 'verifier.json'), 'utf8')
  // Nothing in a text may end the script it stands in.
  const words = JSON.stringify(JSON.parse(packed)).replaceAll('<', String.raw`\u003c`)
  const code = ['sha256.js', 'zip.js', 'verify.js'].map(part).join('\n')
  const script = `const words = ${words}\nconst firstLang = '${lang}'\n${code}`
  const style = part('verify.css')
  const title = (JSON.parse(packed) as Record<Lang, { title: string }>)[lang].title
  const places: Record<string, string> = { lang, title, scriptHash: hashOf(script), styleHash: hashOf(style) }
  const page = part('verify.html')
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => places[name] ?? '')
    .replace('<style></style>', () => `<style>${style}</style>`)
    .replace('<script></script>', () => `<script>${script}</script>`)
  return new TextEncoder().encode(page)
}

/** As a Content Security Policy names an inline block: of all that stands between its tags. */
function hashOf(block: string): string {
  return `sha256-${hash('sha256', block, 'base64')}`
}
