// The icon: for browsers as SVG, and of 180 px for home screens that take no SVG (iOS).

export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5cad"/><path d="M9 7h14v18H9z" fill="#fff"/><path d="M12 12h8M12 16h8M12 20h5" stroke="#0b5cad" stroke-width="2"/></svg>`

/** A PNG of two colours. */
export const touchIcon = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAALQAAAC0AQMAAAAHA5RxAAAABlBMVEULXK3///+N/IwMAAAAOUlEQVR42u3SsQkAIBAEwe/EVi31O1EQTOXNFGaSg40vAvhEG1vX9UPPtbo/+IOf3P1E9we90oGHTcf0OmjKF44SAAAAAElFTkSuQmCC',
  ),
  sign => sign.charCodeAt(0),
)
