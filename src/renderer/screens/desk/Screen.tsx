import type { Route } from '../../navigation.ts'
import { Audit } from '../audit/Audit.tsx'
import { BlockingRegister } from '../blocking/BlockingRegister.tsx'
import { CaseCard } from '../cases/card/CaseCard.tsx'
import { CaseList } from '../cases/list/CaseList.tsx'
import { NewCase } from '../cases/new/NewCase.tsx'
import { Day } from '../day/Day.tsx'
import { Evidence } from '../evidence/Evidence.tsx'
import { Composer } from '../letters/Composer.tsx'
import { Incoming } from '../incoming/Incoming.tsx'
import { Message } from '../incoming/Message.tsx'
import { Outbox } from '../mail/Outbox.tsx'
import { Retention } from '../retention/Retention.tsx'
import { SuppressionList } from '../suppression/SuppressionList.tsx'
import { Settings } from '../settings/Settings.tsx'

/** The screen of a route. Keys make a screen start afresh for another case or e-mail. */
export function Screen({ route }: { route: Route }) {
  switch (route.screen) {
    case 'cases':
      return <CaseList focusSearch={route.focusSearch ?? false} />
    case 'newCase':
      return (
        <NewCase
          key={route.email?.emailId ?? route.claimOver?.id ?? 'blank'}
          email={route.email}
          claimOver={route.claimOver ?? null}
        />
      )
    case 'case':
      return (
        <CaseCard key={route.id} id={route.id} deliver={route.deliver ?? null} part={route.part ?? null} />
      )
    case 'letter':
      return (
        <Composer
          key={`${route.caseId}/${route.corrects ?? ''}`}
          caseId={route.caseId}
          corrects={route.corrects ?? null}
        />
      )
    case 'incoming':
      return <Incoming />
    case 'message':
      return <Message key={route.id} id={route.id} />
    case 'blocking':
      return <BlockingRegister />
    case 'suppression':
      return <SuppressionList />
    case 'day':
      return <Day />
    case 'outbox':
      return <Outbox />
    case 'audit':
      return <Audit />
    case 'retention':
      return <Retention />
    case 'evidence':
      return <Evidence key={route.caseNumber ?? ''} caseNumber={route.caseNumber ?? ''} />
    case 'settings':
      return <Settings section={route.section} />
  }
}
