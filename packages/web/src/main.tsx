/** The console. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from './api/index.ts';
import { Gate } from './app/gate.tsx';
import { router } from './app/router.tsx';
import { firstTheme } from './app/theme.ts';
import { LanguageProvider } from './i18n/index.ts';
import './ui/tokens.css';
import './ui/base.css';
import './ui/components.css';
import './app/shell.css';

const client = new QueryClient({
  defaultOptions: { queries: { staleTime: 10_000, retry: (count, error) => !(error instanceof ApiProblem) && count < 2 } },
});

document.documentElement.dataset['theme'] = firstTheme();

const element = document.getElementById('root');
if (!element) throw new Error('the page has no #root');
createRoot(element).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <Gate>
          <RouterProvider router={router} />
        </Gate>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
