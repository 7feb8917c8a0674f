// After signing out nothing that was typed stays on the device.

for (const key of Object.keys(localStorage)) if (key.startsWith('nianbao.')) localStorage.removeItem(key)
