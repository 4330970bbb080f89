// The part that runs while no page is open: shows that there is something new, and nothing of what. A tap opens the page
// where one signs in.
'use strict';

self.addEventListener('push', event => {
  const text = event.data ? event.data.text() : 'Il y a du nouveau dans votre espace santé.';
  event.waitUntil(self.registration.showNotification('Mon espace santé', { body: text, tag: 'news', lang: 'fr' }));
});

self.addEventListener('notificationclick', event => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow('/connexion'));
});
