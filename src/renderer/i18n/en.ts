import { audit } from './en/audit.ts'
import { backups } from './en/backups.ts'
import { blocking } from './en/blocking.ts'
import { bulk } from './en/bulk.ts'
import { cases } from './en/cases.ts'
import { day } from './en/day.ts'
import { deadlines } from './en/deadlines.ts'
import { desk } from './en/desk.ts'
import { errors } from './en/errors.ts'
import { evidence } from './en/evidence.ts'
import { execution } from './en/execution.ts'
import { incoming } from './en/incoming.ts'
import { keys } from './en/keys.ts'
import { letters } from './en/letters.ts'
import { protection } from './en/protection.ts'
import { register } from './en/register.ts'
import { relations } from './en/relations.ts'
import { reports } from './en/reports.ts'
import { request } from './en/request.ts'
import { retention } from './en/retention.ts'
import { settings } from './en/settings.ts'
import { suppression } from './en/suppression.ts'
import { templates } from './en/templates.ts'
import { vault } from './en/vault.ts'
import { words } from './en/words.ts'
import type { Texts } from './index.ts'

export const en: Texts = {
  lang: 'en',
  words,
  errors,
  audit,
  desk,
  vault,
  keys,
  backups,
  protection,
  cases,
  register,
  relations,
  request,
  reports,
  evidence,
  retention,
  execution,
  deadlines,
  blocking,
  bulk,
  suppression,
  day,
  incoming,
  letters,
  settings,
  templates,
}
