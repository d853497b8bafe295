import { byDefault, defineTerraform, explicit } from '../../../code/index.ts';
import type { Observation } from './shape.ts';

const apps = [
  'azurerm_app_service',
  'azurerm_linux_web_app',
  'azurerm_windows_web_app',
  'azurerm_function_app',
  'azurerm_linux_function_app',
  'azurerm_windows_function_app',
];

export const terraform = defineTerraform<Observation>({
  types: [],
  anchor: (context) => apps.flatMap((type) => context.all(type))[0] ?? null,
  read(anchor, context) {
    const [component] = [...context.all('azurerm_application_insights'), ...context.all('data.azurerm_application_insights')];
    return { hasComponent: component ? explicit(true, component.place) : byDefault(false, anchor.place) };
  },
});
