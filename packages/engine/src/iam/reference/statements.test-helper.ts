/** Whether a statement speaks of the request: its action, its resource and its conditions. The principal is looked at where there is one. */
import { conditionsHold } from './conditions.test-helper.ts';
import type { Look } from './context.test-helper.ts';
import { matches, matchesArn, matchesText, patternOf } from './patterns.test-helper.ts';
import type { Row, Statement } from './row.test-helper.ts';
import { textsOf } from './row.test-helper.ts';
import type { Three } from './three.test-helper.ts';
import { all, known, not, some } from './three.test-helper.ts';

/** `impliesResource`: a resource policy may leave the resource out (role trust): it stands on the resource. */
export function applies(statement: Statement, row: Row, look: Look, impliesResource: boolean): Three {
  return all([actionMatches(statement, row), resourceMatches(statement, row, look, impliesResource), conditionsHold(statement, look)]);
}

function actionMatches({ body }: Statement, row: Row): Three {
  const action = row.request.action.toLowerCase();
  const listed = (element: unknown): boolean =>
    textsOf(element).some((text) => {
      const pattern = patternOf(text.toLowerCase(), null, true);
      return typeof pattern === 'object' && matches(pattern, action);
    });
  if (body.NotAction !== undefined) return known(!listed(body.NotAction));
  return known(listed(body.Action));
}

function resourceMatches({ body, hasVariables }: Statement, row: Row, look: Look, impliesResource: boolean): Three {
  const variables = hasVariables ? look : null;
  const listed = (element: unknown): Three => some(textsOf(element).map((text) => oneResource(text, row.request.resource, variables)));
  if (body.NotResource !== undefined) return not(listed(body.NotResource));
  if (body.Resource === undefined) return known(impliesResource);
  return listed(body.Resource);
}

function oneResource(text: string, resource: string, look: Look | null): Three {
  if (text === '*') return 'yes';
  // Of an action on no resource at all the request says `*`: only a pattern that is nothing but wildcards covers that.
  if (!resource.includes(':')) return matchesText(patternOf(text, look, true), resource);
  return matchesArn(text, resource, look);
}
