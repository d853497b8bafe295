/** Where a registry tells what happened to images. Source: Azure Container Registry documentation "Webhooks", read 2026-11-22. */
export interface Webhook {
  readonly serviceUri: string | undefined;
}
