import { audit } from './kk/audit.ts'
import { backups } from './kk/backups.ts'
import { blocking } from './kk/blocking.ts'
import { bulk } from './kk/bulk.ts'
import { cases } from './kk/cases.ts'
import { day } from './kk/day.ts'
import { deadlines } from './kk/deadlines.ts'
import { desk } from './kk/desk.ts'
import { errors } from './kk/errors.ts'
import { evidence } from './kk/evidence.ts'
import { execution } from './kk/execution.ts'
import { incoming } from './kk/incoming.ts'
import { keys } from './kk/keys.ts'
import { letters } from './kk/letters.ts'
import { protection } from './kk/protection.ts'
import { register } from './kk/register.ts'
import { relations } from './kk/relations.ts'
import { reports } from './kk/reports.ts'
import { request } from './kk/request.ts'
import { retention } from './kk/retention.ts'
import { settings } from './kk/settings.ts'
import { suppression } from './kk/suppression.ts'
import { templates } from './kk/templates.ts'
import { vault } from './kk/vault.ts'
import { words } from './kk/words.ts'
import type { Texts } from './index.ts'

export const kk: Texts = {
  lang: 'kk',
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
