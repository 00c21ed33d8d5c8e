import '@fontsource-variable/instrument-sans/standard.css';
import '@fontsource-variable/literata/standard.css';
import '#ground/ui/tokens.css';
import '#ground/ui/base.css';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from '#ground/http/client.ts';
import { startMessages } from '#ground/i18n/messages.browser.ts';
import { WordsProvider } from '#ground/i18n/WordsProvider.tsx';
import { SkeletonPage } from '#ground/ui/Skeleton.tsx';
import { readPreferences, showPreferences } from './preferences.ts';
import { makeRouter } from './router.tsx';

const RETRIES = 2;

/** Refusals are final; only what may have been an accident is tried again. */
const mayHelpToRetry = (failures: number, error: unknown) =>
  failures < RETRIES && !(error instanceof ApiProblem && error.status >= 400 && error.status < 500);

const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 10_000, retry: mayHelpToRetry }, mutations: { retry: false } },
});

async function start() {
  const preferences = readPreferences();
  showPreferences(preferences);
  const words = await startMessages(preferences.language);
  const place = document.getElementById('root');
  if (!place) throw new Error('the page has no #root');
  const router = makeRouter(queries);
  createRoot(place).render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={queries}>
          <WordsProvider i18n={words}>
            <Suspense fallback={<SkeletonPage />}>
              <RouterProvider router={router} />
            </Suspense>
          </WordsProvider>
        </QueryClientProvider>
      </CSPProvider>
    </StrictMode>,
  );
}

void start();
