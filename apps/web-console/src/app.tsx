import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { RouterProvider } from 'react-router';
import { queryClient } from './api/query-client';
import { useDisplay } from './look/display';
import { themeOf } from './look/theme';
import { router } from './routes';
import { textsOf } from './texts/texts';

export function App(): ReactNode {
  const display = useDisplay();
  const theme = useMemo(() => themeOf(display), [display]);
  return (
    <ConfigProvider locale={textsOf('locale')} theme={theme} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={queryClient}>
        {/* Drawn before anything else is asked: a filter chosen meanwhile would not know of the one before it. */}
        <RouterProvider router={router} useTransitions={false} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}
