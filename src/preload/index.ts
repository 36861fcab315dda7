import { contextBridge, ipcRenderer } from 'electron'

/** A wire and nothing more: `renderer/api.ts` gives it its types, the gate behind it its checks. */
contextBridge.exposeInMainWorld('zhauap', {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('call', name, input),
  on: (listener: (event: unknown) => void): (() => void) => {
    const forward = (_: unknown, event: unknown): void => listener(event)
    ipcRenderer.on('event', forward)
    return () => ipcRenderer.removeListener('event', forward)
  },
})
