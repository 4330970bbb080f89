// Improves the pages of professionals, after what `pages.js` does on every page.
'use strict';
document.addEventListener('mes:improve', () => {
  for (const box of document.querySelectorAll('[data-scan]')) scan(box);
});

// Reads a code through the camera where the browser can; the photo beside it works everywhere.
function scan(box) {
  if (!('BarcodeDetector' in window) || !navigator.mediaDevices?.getUserMedia) return;
  const button = box.querySelector('button');
  const video = box.querySelector('video');
  const start = button.textContent;
  let stream = null;
  box.hidden = false;
  const stop = () => {
    stream?.getTracks().forEach(track => track.stop());
    stream = null;
    video.hidden = true;
    button.textContent = start;
  };
  const look = async detector => {
    if (!stream) return;
    const [code] = await detector.detect(video).catch(() => []);
    if (!code) { requestAnimationFrame(() => look(detector)); return; }
    stop();
    const form = box.closest('form');
    form.elements.code.value = code.rawValue;
    form.submit();
  };
  button.addEventListener('click', async () => {
    if (stream) { stop(); return; }
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      video.srcObject = stream;
      video.hidden = false;
      button.textContent = button.dataset.stop;
      await video.play();
      look(new window.BarcodeDetector());
    } catch {
      stop();
      box.hidden = true;
    }
  });
}
