/** The API in React: one key for each call, refusals as errors, what changes on the server asked again. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Answer, OperationName, Request } from './client.ts';
import { call } from './client.ts';

/** `enabled: false` asks nothing yet; what was shown stays while the next answer comes. */
export function useApi<Name extends OperationName>(
  name: Name,
  request: Request<Name>,
  options: { readonly enabled?: boolean } = {},
): UseQueryResult<Answer<Name>> {
  return useQuery({
    queryKey: [name, request],
    queryFn: ({ signal }) => call(name, request, signal),
    enabled: options.enabled ?? true,
    placeholderData: (before) => before,
  });
}

/** After it is done, the answers of `refresh` are asked again. */
export function useApiAction<Name extends OperationName>(
  name: Name,
  refresh: readonly OperationName[] = [],
): UseMutationResult<Answer<Name>, Error, Request<Name>> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Request<Name>) => call(name, request),
    onSuccess: () => Promise.all(refresh.map((each) => client.invalidateQueries({ queryKey: [each] }))),
  });
}

/** What to ask again when the server tells of a change. */
const AFTER: Readonly<Record<string, readonly string[]>> = {
  run: ['listRuns', 'listSources', 'listFindings', 'countFindings', 'getOverview'],
  finding: ['getFinding', 'listFindings', 'countFindings'],
  source: ['listSources'],
  exception: ['listExceptions', 'listFindings'],
  incident: ['listIncidents'],
  setting: [],
};

/** Listens as long as the component is there; the browser connects again by itself. */
export function useLiveUpdates(): void {
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource('/api/v1/events');
    for (const [kind, names] of Object.entries(AFTER))
      source.addEventListener(kind, () => names.forEach((name) => void client.invalidateQueries({ queryKey: [name] })));
    return () => source.close();
  }, [client]);
}
