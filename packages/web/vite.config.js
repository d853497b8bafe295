/** The console's build: hashed files below assets/, no inline scripts, so that the server's policy needs no exception. */
import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';

// oxlint-disable-next-line import/no-default-export -- Vite takes nothing else.
export default defineConfig({
  plugins: [react()],
  build: { target: 'es2023', modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': 'http://127.0.0.1:7420' } },
});
