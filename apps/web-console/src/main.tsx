import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { startDisplay } from './look/display';
import './look/look.css';
import './look/print.css';

startDisplay();
const root = document.getElementById('root');
if (root === null) throw new Error('no-root-element');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
