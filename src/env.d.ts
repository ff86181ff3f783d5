/// <reference types="astro/client" />
declare namespace App {
  interface Locals {
    /** The view of the lesson that is being rendered. */
    lessonView?: import('./islands/views/index.ts').ViewName | null;
  }
}
