/**
 * The script of the page, plain JavaScript in texts: the published package is one bundled file, so there is no script file beside it to
 * read, and the page needs the DOM library that the rest of the code must not see. Without backticks and template holes inside. One scope.
 */
import { appScript } from './app.ts';
import { chartsScript } from './charts.ts';
import { dataScript } from './data.ts';
import { domScript } from './dom.ts';
import { findingScript } from './finding.ts';
import { findingsScript } from './findings.ts';
import { overviewScript } from './overview.ts';
import { pagesScript } from './pages.ts';

const parts = [dataScript, domScript, chartsScript, overviewScript, findingsScript, findingScript, pagesScript, appScript];

export const clientScript = `'use strict';\n(() => {\n${parts.join('\n')}\n})();\n`;
