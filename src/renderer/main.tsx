import './no-eval.ts'
import '@fontsource-variable/golos-text/index.css'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import './desk.css'
import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { Providers } from './Providers.tsx'

/** The shell writes a fresh nonce into the page at each load; only styles that carry it are let in. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
setNonce(nonce)

const root = document.getElementById('desk')
if (!root) throw new Error('index.html has no #desk')
createRoot(root).render(
  <Providers nonce={nonce}>
    <App />
  </Providers>,
)
