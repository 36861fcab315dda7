import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { besides, licences } from './scripts/licences-plugin.ts'

/** Native modules stay outside the bundles; all else goes in, so that the packaged program needs no node_modules of it. */
const external = ['electron', 'better-sqlite3-multiple-ciphers']

export default defineConfig({
  main: {
    plugins: [licences(besides())],
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: 'src/main/index.ts',
          engine: 'src/main/engine/index.ts',
          typesetter: 'src/main/engine/letters/worker.ts',
          helper: 'src/main/engine/helper.ts',
        },
        external,
      },
    },
  },
  preload: {
    plugins: [licences()],
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: { index: 'src/preload/index.ts' },
        external,
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), licences()],
    // The chunks are read from the disk, not from a network.
    build: {
      minify: true,
      chunkSizeWarningLimit: 2_000,
      rollupOptions: { input: 'src/renderer/index.html' },
    },
  },
})
