/** A server behind the gateway. Source: Azure API Management documentation "Backends", read 2026-11-22. */
export interface Backend {
  readonly url: string | undefined;
  /** Certificates of the backend are looked at. Default true. */
  readonly checksCertificates: boolean;
}
