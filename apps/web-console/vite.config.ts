import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Office machines run Chromium cores from 86 on; the default target of Vite is newer. */
const OLDEST_BROWSER = 'chrome87';

export default defineConfig({
  plugins: [react()],
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': 'http://127.0.0.1:8080' } },
  build: {
    target: OLDEST_BROWSER,
    cssTarget: OLDEST_BROWSER,
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|react-router|scheduler|@tanstack)[\\/]/, priority: 3 },
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender|tslib)[\\/]/, priority: 2 },
            { name: 'antd', test: /node_modules[\\/]/, priority: 1 },
          ],
        },
      },
    },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node', setupFiles: ['src/texts/load-texts.ts'] },
});
