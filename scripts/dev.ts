// `npm run dev`: the product with its sources watched, and the web pages served from their sources, on one address.
//   Arguments go to the product, e.g. `npm run dev -- --demo`.
import { spawn } from 'node:child_process';
import process from 'node:process';
import { createServer } from 'vite';

const apiPort = Number(process.env.PORT ?? 3000);
const pagePort = apiPort + 1;

const product = spawn(
  process.execPath,
  [
    '--disable-warning=ExperimentalWarning',
    '--watch',
    '--watch-preserve-output',
    'src/main.ts',
    ...process.argv.slice(2),
  ],
  // The browser talks to Vite, which passes its requests on.
  { stdio: 'inherit', env: { ...process.env, PORT: String(apiPort), BASE_URL: `http://127.0.0.1:${pagePort}` } },
);
const pages = await createServer({
  server: { host: '127.0.0.1', port: pagePort, strictPort: true, proxy: { '/api': `http://127.0.0.1:${apiPort}` } },
});
await pages.listen();
process.stdout.write(`\nPages from their sources: http://127.0.0.1:${pagePort}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    product.kill(signal);
    void pages.close();
  });
}
product.on('exit', (code) => process.exit(code ?? 0));
