/** Annotations of ingress-nginx that carry configuration of nginx. Source: ingress-nginx documentation, "Annotations"; read 2026-11-22. */
export const NGINX_SNIPPETS: readonly string[] = [
  'nginx.ingress.kubernetes.io/server-snippet',
  'nginx.ingress.kubernetes.io/configuration-snippet',
  'nginx.ingress.kubernetes.io/location-snippet',
  'nginx.ingress.kubernetes.io/auth-snippet',
  'nginx.ingress.kubernetes.io/modsecurity-snippet',
  'nginx.ingress.kubernetes.io/stream-snippet',
];
