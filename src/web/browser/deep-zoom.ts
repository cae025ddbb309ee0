/** Of the viewer's own interface, what is used here. */
interface Viewer {
  readonly canvas: HTMLElement;
  readonly viewport: {
    zoomBy(factor: number, about?: object): void;
    applyConstraints(): void;
    fitHorizontally(): void;
    goHome(): void;
    setRotation(degrees: number): void;
    getRotation(): number;
  };
  open(source: unknown): void;
  destroy(): void;
  addHandler(event: string, handle: (event: object) => void): void;
  addOnceHandler(event: string, handle: () => void): void;
  addOverlay(overlay: object): void;
  clearOverlays(): void;
}
/** A point of a page, in parts of its width. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const FIRST_ZOOM = 2;

type MakeViewer = (options: object) => Viewer;

let loading: Promise<MakeViewer> | undefined;

/** The viewer's script is large: it comes when somebody first looks closely. */
function load(address: string): Promise<MakeViewer> {
  loading ??= new Promise((done, fail) => {
    const script = document.createElement('script');
    script.src = address;
    script.addEventListener('load', () => done(Reflect.get(globalThis, 'OpenSeadragon')));
    script.addEventListener('error', () => {
      loading = undefined;
      script.remove();
      fail(new TypeError(address));
    });
    document.head.append(script);
  });
  return loading;
}

/** The viewer would write a rule of style into the page, which its policy forbids: it believes that it has. */
function spareStyle(): void {
  const mark = document.createElementNS('', 'style');
  mark.setAttribute('data-openseadragon-mobile-css', 'true');
  document.head.append(mark);
}

const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** A page image looked at closely: moved, zoomed and turned by mouse, touch and keys. */
export class DeepZoom {
  readonly #viewer: Viewer;
  #source = '';

  private constructor(viewer: Viewer) {
    this.#viewer = viewer;
    // Its own key f would mirror the page.
    viewer.addHandler('canvas-key', (event) => {
      const pressed: unknown = Reflect.get(event, 'originalEvent');
      if (pressed instanceof KeyboardEvent && pressed.key === 'f')
        Reflect.set(event, 'preventDefaultAction', true);
    });
  }

  static async in(element: HTMLElement, script: string): Promise<DeepZoom> {
    const make = await load(script);
    spareStyle();
    return new DeepZoom(
      make({
        element,
        drawer: 'canvas',
        showNavigationControl: false,
        visibilityRatio: 1,
        minZoomImageRatio: 0.8,
        maxZoomPixelRatio: 3,
        animationTime: isStill() ? 0 : 0.6,
        immediateRender: isStill(),
        gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
      }),
    );
  }

  /**
   * Shows a page: from tiles where it is described by an `info.json`, else the picture as it is. `marks` lie
   * over it; `about` is the point that it is looked at closely at first, in parts of its width.
   */
  show(source: string, says: string, marks: Element, heightOverWidth: number, about?: Point): void {
    this.#viewer.clearOverlays();
    this.#viewer.addOnceHandler('open', () => {
      this.#viewer.addOverlay({ element: marks, x: 0, y: 0, width: 1, height: heightOverWidth });
      if (about === undefined) return;
      const Place: new (x: number, y: number) => object = Reflect.get(
        Reflect.get(globalThis, 'OpenSeadragon'),
        'Point',
      );
      this.zoom(FIRST_ZOOM, new Place(about.x, about.y));
    });
    this.#source = source;
    void this.#open(source);
    this.#viewer.canvas.role = 'application';
    this.#viewer.canvas.ariaLabel = says;
  }

  /**
   * Tiles are asked for where the page itself is from: their description names the archive's own address,
   * which need not be the one that it is read at.
   */
  async #open(source: string): Promise<void> {
    if (!source.endsWith('/info.json')) return this.#viewer.open({ type: 'image', url: source });
    const id = new URL(source.replace(/\/info\.json$/, ''), location.href).href;
    try {
      const answer = await fetch(source);
      const told: object = answer.ok ? Object(await answer.json()) : {};
      if (this.#source === source) this.#viewer.open({ ...told, id });
    } catch (reason) {
      // The network is away: nothing is shown, and the reader can leave.
      if (!(reason instanceof TypeError || reason instanceof SyntaxError)) throw reason;
    }
  }

  zoom(factor: number, about?: object): void {
    this.#viewer.viewport.zoomBy(factor, about);
    this.#viewer.viewport.applyConstraints();
  }

  fitWidth(): void {
    this.#viewer.viewport.fitHorizontally();
  }

  turn(): void {
    const { viewport } = this.#viewer;
    viewport.setRotation((viewport.getRotation() + 90) % 360);
  }

  focus(): void {
    this.#viewer.canvas.focus({ preventScroll: true });
  }

  end(): void {
    this.#source = '';
    this.#viewer.clearOverlays();
    this.#viewer.destroy();
  }
}
