import { config } from 'zod'

// Otherwise zod tries whether it may compile code, and the content security policy says no. This comes before any schema.
config({ jitless: true })
