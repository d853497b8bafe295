/** An IoT hub. Source: hashicorp/azurerm documentation of azurerm_iothub; Azure template reference of Microsoft.Devices/IotHubs, read 2026-11-22. */
export interface IotHub {
  /** Default true. */
  readonly publicNetworkAccess: boolean;
  /** Undefined: TLS 1.0 and later. */
  readonly minTlsVersion: string | undefined;
  /** Do shared access keys of the hub work? Default true. */
  readonly localAuth: boolean;
}
