import { createHash } from 'node:crypto'
import { toldTexts } from '../../../core/letters/told-texts.ts'
import { dressed } from '../../../core/letters/pictures.ts'
import { templateDifferences, templateFaults } from '../../../core/letters/template-check.ts'
import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { LetterTemplate } from '../../../shared/model/letter.ts'
import { changesOf } from '../audit/changes.ts'
import type { Packs } from '../packs/load.ts'
import type { Session } from '../session.ts'
import { readPictures } from '../settings/picture-store.ts'
import { readOrganisation } from '../settings/store.ts'
import { sampleLetter } from './sample.ts'
import { currentOf, currentTemplates, mustFindTemplate, versionOf, versionsOf, writeTexts } from './store.ts'

function checked(packs: Packs, id: string, texts: LetterTemplate['texts']): LetterTemplate {
  const template = mustFindTemplate(packs, id)
  const [fault] = templateFaults(template, texts)
  if (fault) throw new AppFailure('templateInvalid', { ...fault, lang: fault.lang ?? '' })
  return { ...template, texts }
}

const isChanged = (template: LetterTemplate, texts: LetterTemplate['texts']): boolean =>
  JSON.stringify(template.texts) !== JSON.stringify(texts)

export const templateHandlers: Handlers<Pick<typeof engineContract, 'templates'>, Session> = {
  'templates.list': (session) =>
    session.query((db) => ({
      templates: currentTemplates(db, session.packs).map(({ meta, texts, revision }) => ({
        id: meta.id,
        title: meta.title,
        revision,
        changed: isChanged(mustFindTemplate(session.packs, meta.id), texts),
      })),
    })),
  'templates.read': (session, { id }) =>
    session.query((db) => {
      const template = mustFindTemplate(session.packs, id)
      const { texts } = currentOf(db, template)
      const fields = template.meta.fields.map(({ id: field, title }) => ({ id: field, title }))
      return { texts, changed: isChanged(template, texts), versions: versionsOf(db, id), fields }
    }),
  'templates.version': (session, { id, revision }) =>
    session.query((db) => {
      const found = versionOf(db, mustFindTemplate(session.packs, id), revision)
      if (!found) throw new AppFailure('templateUnknown', {})
      return { texts: found.texts }
    }),
  'templates.preview': async (session, { id, texts, lang }) => {
    const { packs, today } = session
    const template = checked(packs, id, texts)
    const { organisation, pictures } = session.query((db) => ({
      organisation: readOrganisation(db),
      pictures: readPictures(db),
    }))
    const letter = sampleLetter(template, {
      packs,
      organisation: organisation ?? packs.operator,
      today,
      lang,
    })
    if (!letter.ok) {
      if (letter.field.startsWith('organisation.')) throw new AppFailure('organisationMissing', {})
      throw new AppFailure('letterFieldMissing', { field: letter.field })
    }
    const { pdf } = await session.typesetter.typeset(dressed(letter.document, '0000-0000', pictures))
    const sha256 = createHash('sha256').update(pdf).digest('hex')
    return { pdf, sha256, differences: templateDifferences(texts) }
  },
  'templates.save': (session, { id, texts, acceptDifferences }) => {
    checked(session.packs, id, texts)
    const template = mustFindTemplate(session.packs, id)
    const count = templateDifferences(texts).length
    if (count > 0 && !acceptDifferences) throw new AppFailure('letterLanguagesDiffer', { count })
    return session.command(({ db, at, officer, record, changed }) => {
      const before = currentOf(db, template).texts
      const revision = writeTexts(db, id, texts, { officer, at })
      record('letterTextSaved', null, {
        template: id,
        revision,
        ...(count > 0 ? { differences: count } : {}),
        ...changesOf(toldTexts(before), toldTexts(texts)),
      })
      changed('settings')
      return { revision }
    })
  },
  'templates.restore': (session, { id }) => {
    const template = mustFindTemplate(session.packs, id)
    return session.command(({ db, at, officer, record, changed }) => {
      const before = currentOf(db, template).texts
      const revision = writeTexts(db, id, null, { officer, at })
      const changes = changesOf(toldTexts(before), toldTexts(template.texts))
      record('letterTextRestored', null, { template: id, revision, ...changes })
      changed('settings')
      return { revision }
    })
  },
}
