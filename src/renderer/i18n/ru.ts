import { audit } from './ru/audit.ts'
import { backups } from './ru/backups.ts'
import { blocking } from './ru/blocking.ts'
import { bulk } from './ru/bulk.ts'
import { cases } from './ru/cases.ts'
import { day } from './ru/day.ts'
import { deadlines } from './ru/deadlines.ts'
import { desk } from './ru/desk.ts'
import { errors } from './ru/errors.ts'
import { evidence } from './ru/evidence.ts'
import { execution } from './ru/execution.ts'
import { incoming } from './ru/incoming.ts'
import { keys } from './ru/keys.ts'
import { letters } from './ru/letters.ts'
import { protection } from './ru/protection.ts'
import { register } from './ru/register.ts'
import { relations } from './ru/relations.ts'
import { reports } from './ru/reports.ts'
import { request } from './ru/request.ts'
import { retention } from './ru/retention.ts'
import { settings } from './ru/settings.ts'
import { suppression } from './ru/suppression.ts'
import { templates } from './ru/templates.ts'
import { vault } from './ru/vault.ts'
import { words } from './ru/words.ts'
import type { UiLang } from '../../shared/model/lang.ts'

export const ru = {
  lang: 'ru' as UiLang,
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
