import { createBrowserRouter } from 'react-router';
import { FirstPage } from './frame/first-page';
import { Frame } from './frame/frame';
import { NotFoundPage } from './frame/not-found-page';
import { PageFault } from './frame/page-fault';

export const router = createBrowserRouter([
  {
    path: '/sign-in',
    errorElement: <PageFault />,
    hydrateFallbackElement: <></>,
    lazy: async () => ({ Component: (await import('./people/sign-in-page')).SignInPage }),
  },
  {
    path: '/',
    element: <Frame />,
    errorElement: <PageFault />,
    hydrateFallbackElement: <></>,
    children: [
      { index: true, element: <FirstPage /> },
      {
        errorElement: <PageFault />,
        children: [
          { path: 'desk', lazy: async () => ({ Component: (await import('./desk/desk-page')).DeskPage }) },
          { path: 'alerts', lazy: async () => ({ Component: (await import('./alerts/alerts-page')).AlertsPage }) },
          { path: 'cadres', lazy: async () => ({ Component: (await import('./cadres/cadres-page')).CadresPage }) },
          { path: 'cadres/:id', lazy: async () => ({ Component: (await import('./portrait/portrait-page')).PortraitPage }) },
          { path: 'cadres/:id/explanation', lazy: async () => ({ Component: (await import('./explanation/explanation-page')).ExplanationPage }) },
          { path: 'cadres/:id/own-view', lazy: async () => ({ Component: (await import('./own-view/own-view-page')).OwnViewPage }) },
          { path: 'units', lazy: async () => ({ Component: (await import('./units/units-page')).UnitsPage }) },
          { path: 'units/:code', lazy: async () => ({ Component: (await import('./units/unit-portrait-page')).UnitPortraitPage }) },
          { path: 'units/:code/explanation', lazy: async () => ({ Component: (await import('./explanation/unit-explanation-page')).UnitExplanationPage }) },
          { path: 'candidates', lazy: async () => ({ Component: (await import('./candidates/candidates-page')).CandidatesPage }) },
          { path: 'points', lazy: async () => ({ Component: (await import('./points/points-page')).PointsPage }) },
          { path: 'points/:scheme/:subject', lazy: async () => ({ Component: (await import('./points/ledger-page')).LedgerPage }) },
          { path: 'reads', lazy: async () => ({ Component: (await import('./reads/reads-page')).ReadsPage }) },
          { path: 'signals', lazy: async () => ({ Component: (await import('./signals/signals-page')).SignalsPage }) },
          { path: 'matching', lazy: async () => ({ Component: (await import('./matching/matching-page')).MatchingPage }) },
          { path: 'catalogue', lazy: async () => ({ Component: (await import('./catalogue/catalogue-page')).CataloguePage }) },
          { path: 'policies', lazy: async () => ({ Component: (await import('./policies/policies-page')).PoliciesPage }) },
          { path: 'policies/:id', lazy: async () => ({ Component: (await import('./policies/policy-page')).PolicyPage }) },
          { path: 'rebuild', lazy: async () => ({ Component: (await import('./rebuild/rebuild-page')).RebuildPage }) },
          { path: 'reviews', lazy: async () => ({ Component: (await import('./reviews/reviews-page')).ReviewsPage }) },
          { path: 'operations', lazy: async () => ({ Component: (await import('./operations/operations-page')).OperationsPage }) },
          { path: 'users', lazy: async () => ({ Component: (await import('./users/users-page')).UsersPage }) },
          { path: 'permissions', lazy: async () => ({ Component: (await import('./permissions/permissions-page')).PermissionsPage }) },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
