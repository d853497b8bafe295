/** Every route of the API. */
import type { RouteDefinition } from '../definition.ts';
import { sessionRoutes } from './session.ts';

export const routes: readonly RouteDefinition[] = [...sessionRoutes];
