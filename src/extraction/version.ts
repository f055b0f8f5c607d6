/** The version of the engine: it goes up with every change by which a text could be read otherwise. */
export const ENGINE_VERSION = '3';
